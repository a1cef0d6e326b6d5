"""What instruments and the bodies behind them are called, and the patterns that find a name."""
