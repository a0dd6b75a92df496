package dev.hearth.engine;

import dev.hearth.images.ImageStore;

/** An engine that answers, with the images it keeps and how it was found. */
public record ConnectedEngine(ContainerEngine engine, ImageStore images, EngineCandidate candidate) {}
