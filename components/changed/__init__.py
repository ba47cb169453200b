"""What differs between two releases, and which release is shown: pure builders."""
