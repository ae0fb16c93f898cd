"""What every report says, decided once: order, grouping and words, before anything is printed."""
