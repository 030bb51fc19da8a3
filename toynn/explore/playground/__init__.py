"""The playground: build a network on the screen, let it learn, and take it apart."""
