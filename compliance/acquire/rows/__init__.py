"""Data files, sampled: what their columns say of how the rows came about."""
