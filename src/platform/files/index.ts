// SPDX-License-Identifier: EUPL-1.2
// Pictures that people send: what a slice needs to let its things show them.
export { fileFields, isFileName, pictureFields, picturesIn, showPictures, type PictureInput } from "./fields.ts";
export { PictureFields } from "./picture-fields.tsx";
export { picturePath } from "./paths.ts";
export { Photos } from "./photos.tsx";
export { shelveDrawing } from "./drawn.ts";
export { addFile, addPictures, picturesJson, removePictures, takePictures, type Picture } from "./store.ts";
