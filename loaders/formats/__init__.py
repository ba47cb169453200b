"""The formats that publishers hand out, each one small module, found by what a file holds."""
