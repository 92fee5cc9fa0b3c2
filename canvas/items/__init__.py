"""What the scene is made of: each item paints one part and says what lies under a point. They change nothing."""
