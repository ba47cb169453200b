"""International Labour Organization: ILOSTAT and global estimates."""

READERS = ("reader",)
CURATIONS = ("curation", "forced_labour", "social_protection")
