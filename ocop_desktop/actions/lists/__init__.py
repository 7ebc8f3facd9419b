"""Lists in and out: what offices keep in Excel comes in whole, and goes out in the layouts that are asked for."""
