#!/bin/sh
# fonts.sh FOLDER: IBM Plex Sans Arabic and Noto Naskh Arabic (SIL Open Font License 1.1) from the packages of Fontsource, already cut down to one script
# a file. Without npm or a network the files are made empty: pages then use the fonts of the reader's system.
out=$1
names="plex-arabic-400.woff2 plex-arabic-700.woff2 plex-latin-400.woff2 plex-latin-700.woff2 naskh-arabic-400.woff2 naskh-arabic-700.woff2"
for name in $names; do : >"$out/$name"; done

tell() { echo "web fonts: $1; pages will use the fonts of the reader's system" >&2; exit 0; }

[ "${ISNAD_FONTS:-}" != none ] || tell "left out as asked"
command -v npm >/dev/null 2>&1 || tell "npm is not here"
folder=$(mktemp -d) || tell "no temporary folder"
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && timeout 60 npm pack --prefer-offline --fetch-retries=0 --fetch-timeout=20000 --loglevel=error \
  @fontsource/ibm-plex-sans-arabic@5 @fontsource/noto-naskh-arabic@5 >packed 2>log) || tell "the packages cannot be fetched"

# take PACKAGE FILE NAME
take() {
  tar -xzOf "$folder"/fontsource-"$1"-*.tgz "package/files/$1-$2-normal.woff2" >"$out/$3" 2>/dev/null || : >"$out/$3"
}
for weight in 400 700; do
  take ibm-plex-sans-arabic arabic-$weight plex-arabic-$weight.woff2
  take ibm-plex-sans-arabic latin-$weight plex-latin-$weight.woff2
  take noto-naskh-arabic arabic-$weight naskh-arabic-$weight.woff2
done
exit 0
