/* Writes files as constant arrays, so that the program carries its pages' style, script and fonts: embed OUT.c FILE... An empty file is left out. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const types[][2] = {{".css", "text/css; charset=utf-8"},
                                       {".js", "text/javascript; charset=utf-8"},
                                       {".svg", "image/svg+xml"},
                                       {".json", "application/json"},
                                       {".woff2", "font/woff2"}};

static const char *name_of(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash != NULL ? slash + 1 : path;
}

static const char *type_of(const char *path) {
  const char *dot = strrchr(path, '.');
  for (size_t i = 0; dot != NULL && i < sizeof types / sizeof types[0]; i++)
    if (strcmp(dot, types[i][0]) == 0) return types[i][1];
  return "application/octet-stream";
}

/* FNV-1a: enough to tell one version of a file from the next. */
static uint64_t tag_of(const unsigned char *bytes, size_t length) {
  uint64_t hash = 0xCBF29CE484222325u;
  for (size_t i = 0; i < length; i++) hash = (hash ^ bytes[i]) * 0x100000001B3u;
  return hash;
}

static unsigned char *read_whole(const char *path, size_t *length) {
  FILE *in = fopen(path, "rb");
  unsigned char *bytes = NULL;
  size_t room = 0;
  *length = 0;
  if (in == NULL) return NULL;
  for (;;) {
    if (*length == room) {
      room = room * 2 + 65536;
      unsigned char *more = realloc(bytes, room);
      if (more == NULL) abort();
      bytes = more;
    }
    size_t got = fread(bytes + *length, 1, room - *length, in);
    if (got == 0) break;
    *length += got;
  }
  fclose(in);
  return bytes;
}

static void write_bytes(FILE *out, int number, const unsigned char *bytes, size_t length) {
  fprintf(out, "static const unsigned char file_%d[] = {", number);
  for (size_t i = 0; i < length; i++) fprintf(out, "%s%u,", i % 24 == 0 ? "\n" : "", bytes[i]);
  fputs("};\n", out);
}

int main(int argc, char **argv) {
  FILE *out = argc > 1 ? fopen(argv[1], "w") : NULL;
  size_t lengths[64] = {0};
  uint64_t tags[64] = {0};
  if (out == NULL || argc > 64) return 2;
  fputs("/* Made by tools/embed.c. */\n#include \"serve/assets.h\"\n\n", out);
  for (int i = 2; i < argc; i++) {
    unsigned char *bytes = read_whole(argv[i], &lengths[i]);
    if (bytes == NULL) {
      fprintf(stderr, "embed: %s cannot be read\n", argv[i]);
      return 3;
    }
    tags[i] = tag_of(bytes, lengths[i]);
    if (lengths[i] > 0) write_bytes(out, i, bytes, lengths[i]);
    free(bytes);
  }
  fputs("\nconst web_asset web_assets[] = {\n", out);
  size_t count = 0;
  for (int i = 2; i < argc; i++) {
    if (lengths[i] == 0) continue;
    fprintf(out, "  {\"%s\", \"%s\", \"%016llx\", file_%d, sizeof file_%d},\n", name_of(argv[i]), type_of(argv[i]), (unsigned long long)tags[i], i,
            i);
    count++;
  }
  fprintf(out, "};\nconst size_t web_asset_count = %zu;\n", count);
  return fclose(out) == 0 ? 0 : 3;
}
