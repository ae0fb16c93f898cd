"""What a change of a text would mean for given manifests, if its new words were read as drafted."""
