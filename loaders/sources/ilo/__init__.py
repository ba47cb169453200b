"""International Labour Organization: ILOSTAT and global estimates."""
