"""What asks, runs, judges and explains; it knows no exercise by name."""
