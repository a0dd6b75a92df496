#include <stdio.h>
#include <string.h>
#include <zlib.h>

static unsigned long checksum(const char *text, size_t length) {
    return crc32(0, (const Bytef *) text, length);
}

int main(void) {
    const char *text = "hearth";

    printf("%08lx\n", checksum(text, strlen(text)));
    return 0;
}
