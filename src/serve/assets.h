/* Files of web/ inside the program. */
#ifndef ISNAD_SERVE_ASSETS_H
#define ISNAD_SERVE_ASSETS_H

#include <stddef.h>

typedef struct web_asset {
  const char *name, *type, *tag; /* tag: changes with the bytes */
  const unsigned char *bytes;
  size_t length;
} web_asset;

extern const web_asset web_assets[];
extern const size_t web_asset_count;

/* NULL: no such. */
const web_asset *asset_find(const char *name, size_t length);

#endif
