// Every sentence of locales/ with its variables. Written by tools/word-keys.mjs: edit locales/en.ftl instead.
export type Words = {
  readonly "language-name": null;
  readonly "count-days": { readonly n: true };
  readonly "count-years": { readonly n: true };
  readonly "count-workers": { readonly n: true };
  readonly "telegram-group": null;
  readonly "telegram-description": null;
  readonly "telegram-short-description": null;
  readonly "menu-start": null;
  readonly "menu-inquire": null;
  readonly "menu-quote": null;
  readonly "menu-renew": null;
  readonly "menu-pay": null;
  readonly "menu-workers": null;
  readonly "menu-reminders": null;
  readonly "menu-language": null;
  readonly "menu-privacy": null;
  readonly "menu-help": null;
  readonly "menu-human": null;
  readonly "menu-cancel": null;
};
