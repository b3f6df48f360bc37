using LlmAspects.Errors;
using LlmAspects.Testing;
using LlmAspects.Tracing;
using Microsoft.Playwright;

namespace LlmAspects.AspNetCore.Tests.Browser;

/// <summary>The page for a keyboard, a screen reader, a printer and every colour scheme.</summary>
public sealed class AccessibilityTests
{
    public AccessibilityTests()
    {
        PerformanceTracer.Shared.Clear();
        ErrorAggregator.Shared.Clear();
    }

    [TheoryWithChromium]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task RulesOfTheGuidelines_FindNothing(ColorScheme scheme, int width)
    {
        await using var session = await OpenFullPageAsync();
        await session.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await session.Page.SetViewportSizeAsync(width, 800);
        await session.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        // The rules of WCAG 2.2 A and AA and the good practices, see https://www.deque.com/axe/core-documentation/api-documentation/.
        await session.Page.EvaluateAsync(await File.ReadAllTextAsync(Tool.Axe.Path));
        var violations = await session.Page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html} ${node.failureSummary}`))");
        var passes = await session.Page.EvaluateAsync<int>("async () => (await axe.run()).passes.length");

        violations.ShouldBeEmpty();
        passes.ShouldBeGreaterThan(20);
    }

    [FactWithChromium]
    public async Task Keyboard_ReachesEverythingInTheOrderOfThePage()
    {
        await using var session = await OpenFullPageAsync();
        var page = session.Page;
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        var expected = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href],summary,[tabindex=\"0\"]')].filter(e => e.checkVisibility()).map(e => e.outerHTML)");

        List<string> reached = [];
        foreach (var _ in expected)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("document.activeElement.outerHTML"));
            (await page.EvaluateAsync<bool>("""
                () => {
                  const element = document.activeElement, box = element.getBoundingClientRect(), style = getComputedStyle(element);
                  return box.bottom > 0 && box.top < innerHeight && style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2;
                }
                """)).ShouldBeTrue($"{reached[^1]} must be in view and have a ring");
        }

        reached.ShouldBe(expected);
        reached[0].ShouldContain("class=\"skip\"");
    }

    [FactWithChromium]
    public async Task ScreenReader_FindsLandmarksHeadingsAndNames()
    {
        await using var session = await OpenFullPageAsync();
        await session.WaitForStateAsync("live");

        var tree = await session.Page.Locator("body").AriaSnapshotAsync();

        foreach (var part in (string[])["- main:", "- navigation", "- heading \"Performance report\" [level=1]", "- heading \"Latency\" [level=2]", "- table \"", "- columnheader \"", "- rowheader \"", "- status: live"])
        {
            tree.ShouldContain(part);
        }

        tree.ShouldNotContain("- img\n", Case.Sensitive, "every picture has a name or is hidden");
        int[] headings = await session.Page.EvaluateAsync<int[]>("[...document.querySelectorAll('h1,h2,h3,h4')].map(heading => +heading.tagName[1])");
        headings[0].ShouldBe(1);
        headings.Zip(headings.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1, "no level may be left out");
    }

    [FactWithChromium]
    public async Task Printer_GetsEverythingButTheNavigation()
    {
        await using var session = await OpenFullPageAsync();
        var page = session.Page;
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.SetViewportSizeAsync(794, 1123);

        (await page.Locator("nav").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator("#live-status").IsVisibleAsync()).ShouldBeFalse();
        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main details > :not(summary)')].filter(e => !e.checkVisibility()).map(e => e.outerHTML)"))
            .ShouldBeEmpty("what is closed on the screen is open on paper");
        await session.KeepScreenshotAsync("live-page-print.png");
    }

    private static async Task<BrowserSession> OpenFullPageAsync()
    {
        Should.Throw<FormatException>(() => BrowserErrors.Throw());
        return await BrowserSession.OpenAsync("First?", "Second?");
    }
}
