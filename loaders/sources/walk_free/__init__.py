"""Walk Free: Global Slavery Index."""
