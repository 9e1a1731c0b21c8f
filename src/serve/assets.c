#include "serve/assets.h"

#include <string.h>

const web_asset *asset_find(const char *name, size_t length) {
  for (size_t i = 0; i < web_asset_count; i++)
    if (strlen(web_assets[i].name) == length && memcmp(web_assets[i].name, name, length) == 0) return &web_assets[i];
  return NULL;
}
