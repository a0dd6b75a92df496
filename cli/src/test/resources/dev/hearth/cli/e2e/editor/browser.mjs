// A browser without a window for a test, which says line by line what happens in it, such as ["press", "F1"], and reads
// one line after each: {"value": ...} or {"error": ...}. It ends with its input.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [modules, program] = process.argv.slice(2);
const { chromium } = createRequire(`${modules}/`)("playwright-core");
const browser = await chromium.launch({ executablePath: program });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
page.setDefaultTimeout(120_000);

const actions = {
    open: (address) => page.goto(address),
    fill: (selector, text) => page.locator(selector).fill(text),
    click: (selector) => page.locator(selector).first().click(),
    await: (selector) => page.locator(selector).first().waitFor(),
    press: (keys) => page.keyboard.press(keys),
    type: (text) => page.keyboard.type(text),
    text: async (selector) => (await page.locator(selector).allInnerTexts()).join("\n"),
    picture: async () => (await page.screenshot()).toString("base64"),
};

for await (const line of createInterface({ input: process.stdin })) {
    const [action, ...words] = JSON.parse(line);
    let answer;
    try {
        const value = await actions[action](...words);
        answer = { value: typeof value === "string" ? value : "" };
    } catch (error) {
        answer = { error: String(error) };
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
