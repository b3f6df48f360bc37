using LlmAspects.Errors;
using LlmAspects.Testing;
using LlmAspects.Tracing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

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
        await using var application = await StartAsync();
        await AskAsync(application, "First?");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var (page, complaints) = await OpenAsync(browser, application);

        await page.WaitForSelectorAsync("body[data-state=live]");
        await page.Locator("#report").GetByText("llm_router.route").First.WaitForAsync();
        var opened = await page.Locator("details:not([open])").First.GetAttributeAsync("id");
        await page.Locator($"#{opened} > summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        Should.Throw<FormatException>(() => BrowserErrors.Throw());

        await page.Locator("#errors").GetByText("System.FormatException").First.WaitForAsync();
        (await page.Locator($"#{opened}").GetAttributeAsync("open")).ShouldNotBeNull("what the reader opened stays open");
        complaints.ShouldBeEmpty();
        await KeepScreenshotAsync(page, "live-page.png");
    }

    [FactWithChromium]
    public async Task StoppedApplication_IsSeen()
    {
        var application = await StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var (page, _) = await OpenAsync(browser, application);
        await page.WaitForSelectorAsync("body[data-state=live]");

        await application.DisposeAsync();

        await page.WaitForSelectorAsync("body[data-state=disconnected]");
        (await page.Locator("#live-status").InnerTextAsync()).ShouldBe("disconnected");
    }

    [FactWithChromium]
    public async Task NarrowScreen_NeedsNoSidewaysScrolling()
    {
        await using var application = await StartAsync();
        await AskAsync(application, "Narrow?");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var (page, _) = await OpenAsync(browser, application);
        await page.SetViewportSizeAsync(360, 740);

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        await KeepScreenshotAsync(page, "live-page-360.png");
        overflow.ShouldBe(0);
    }

    [FactWithChromium]
    public async Task Keyboard_ReachesTheContentFirst()
    {
        await using var application = await StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var (page, _) = await OpenAsync(browser, application);

        await page.Keyboard.PressAsync("Tab");

        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("skip");
        int[] headings = await page.EvaluateAsync<int[]>("[...document.querySelectorAll('h1,h2,h3,h4')].map(heading => +heading.tagName[1])");
        headings[0].ShouldBe(1);
        headings.Zip(headings.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1, "no level may be left out");
    }

    private static Task<LiveApplication> StartAsync() => LiveApplication.StartAsync(services => services.AddSingleton(TimeProvider.System));

    private static async Task AskAsync(LiveApplication application, string question)
    {
        application.Model.ThenAnswer("Because.");
        await application.Chat.GetResponseAsync(question);
    }

    private static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Tool.Chromium.Path,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });

    private static async Task<(IPage Page, List<string> Complaints)> OpenAsync(IBrowser browser, LiveApplication application)
    {
        var page = await browser.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(new Uri(application.Client.BaseAddress!, "/llmaspects").ToString());
        return (page, complaints);
    }

    private static async Task KeepScreenshotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("LLMASPECTS_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
        }
    }
}
