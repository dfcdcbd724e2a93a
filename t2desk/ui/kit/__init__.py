"""What every panel is made of: the look, the lane, lists, forms, painting, access."""
