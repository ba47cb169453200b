"""What the Alliance is: its coordinating group, meetings, groups, plans and partners."""
