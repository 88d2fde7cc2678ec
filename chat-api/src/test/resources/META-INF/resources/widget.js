// Stands in for the embed tag's script.
