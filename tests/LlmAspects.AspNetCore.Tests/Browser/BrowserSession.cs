using LlmAspects.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LlmAspects.AspNetCore.Tests.Browser;

/// <summary>An application, and its live page in a real browser.</summary>
internal sealed class BrowserSession : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly List<string> _complaints = [];

    private BrowserSession(LiveApplication application, IPlaywright playwright, IBrowser browser, IPage page)
    {
        (Application, _playwright, _browser, Page) = (application, playwright, browser, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public LiveApplication Application { get; }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the page, scripts that were refused included.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Starts an application that has answered some questions, and opens its page.</summary>
    public static async Task<BrowserSession> OpenAsync(params IEnumerable<string> questions)
    {
        var application = await LiveApplication.StartAsync(services => services.AddSingleton(TimeProvider.System));
        foreach (var question in questions)
        {
            application.Model.ThenAnswer("Because.");
            await Microsoft.Extensions.AI.ChatClientExtensions.GetResponseAsync(application.Chat, question);
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Tool.Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        var session = new BrowserSession(application, playwright, browser, await browser.NewPageAsync());
        await session.Page.GotoAsync(new Uri(application.Client.BaseAddress!, "/llmaspects").ToString());
        return session;
    }

    /// <summary>Waits until the page says that it is live or disconnected.</summary>
    public Task WaitForStateAsync(string state) => Page.WaitForSelectorAsync($"body[data-state={state}]");

    /// <summary>Keeps what the page looks like, when somebody wants to look at it.</summary>
    public async Task KeepScreenshotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("LLMASPECTS_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Application.DisposeAsync();
    }
}
