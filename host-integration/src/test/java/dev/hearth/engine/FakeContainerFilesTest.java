package dev.hearth.engine;

/** Holds the fake to the contract. */
class FakeContainerFilesTest extends ContainerFilesContract {
    private static final String IMAGE = "localhost/hearth-it/debian:12";

    private final FakeContainerEngine fake = new FakeContainerEngine().withImage(IMAGE);

    @Override
    public ContainerEngine engine() {
        return fake;
    }

    @Override
    protected String image() {
        return IMAGE;
    }
}
