"""What stands on the screen of a meeting: one view of the product as one screen that never scrolls.

Sizes, places and colours are those of components/ui/meeting/screens.css; figures are those of the
page that the view shows, by the same functions.
"""
