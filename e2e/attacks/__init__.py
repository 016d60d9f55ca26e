"""Floods: what they cost the node, and what they leave of it for those who pay."""
