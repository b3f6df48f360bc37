using LlmAspects.Errors;
using LlmAspects.Tracing;

namespace LlmAspects.AspNetCore.Tests.Browser;

public sealed class LivePageBrowserTests
{
    public LivePageBrowserTests()
    {
        PerformanceTracer.Shared.Clear();
        ErrorAggregator.Shared.Clear();
    }

    [FactWithChromium]
    public async Task Page_FollowsTheApplicationAndKeepsWhatTheReaderOpened()
    {
        await using var session = await BrowserSession.OpenAsync("First?");
        var page = session.Page;

        await session.WaitForStateAsync("live");
        await page.Locator("#report").GetByText("llm_router.route").First.WaitForAsync();
        var opened = await page.Locator("details:not([open])").First.GetAttributeAsync("id");
        await page.Locator($"#{opened} > summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        Should.Throw<FormatException>(() => BrowserErrors.Throw());

        await page.Locator("#errors").GetByText("System.FormatException").First.WaitForAsync();
        (await page.Locator($"#{opened}").GetAttributeAsync("open")).ShouldNotBeNull("what the reader opened stays open");
        session.Complaints.ShouldBeEmpty();
        await session.KeepScreenshotAsync("live-page.png");
    }

    [FactWithChromium]
    public async Task StoppedApplication_IsSeen()
    {
        await using var session = await BrowserSession.OpenAsync();
        await session.WaitForStateAsync("live");

        await session.Application.DisposeAsync();

        await session.WaitForStateAsync("disconnected");
        (await session.Page.Locator("#live-status").InnerTextAsync()).ShouldBe("disconnected");
    }

    [FactWithChromium]
    public async Task NarrowScreen_NeedsNoSidewaysScrolling()
    {
        await using var session = await BrowserSession.OpenAsync("Narrow?");
        await session.Page.SetViewportSizeAsync(360, 740);

        var overflow = await session.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        await session.KeepScreenshotAsync("live-page-360.png");
        overflow.ShouldBe(0);
    }
}
