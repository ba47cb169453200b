"""International Labour Organization: ILOSTAT and global estimates."""

READERS = ("reader",)
CURATIONS = ("codes", "global_child_labour", "forced_labour")
