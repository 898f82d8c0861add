// A file as a call brings it; a class, so that no JSON can pass for one.
export class UploadedFile {
  constructor(
    readonly name: string,
    readonly mediaType: string,
    readonly bytes: Buffer,
  ) {}
}
