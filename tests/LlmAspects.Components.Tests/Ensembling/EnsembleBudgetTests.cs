using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Tokens;
using LlmAspects.Testing;

namespace LlmAspects.Components.Tests.Ensembling;

public class EnsembleBudgetTests
{
    // "Hi" from a user: 3 for the message, 1 for the role, 1 for the text, 3 that prime the reply.
    private const int Input = 8;

    [Fact]
    public async Task MembersThatDoNotFitTogether_AreNotAsked()
    {
        using EnsembleBench bench = Bench((2 * (Input + 10)) + 5);

        await Should.ThrowAsync<BudgetExceededException>(() => bench.AskAsync(options: new LlmChatOptions { MaxOutputTokens = 10 }));

        (bench["a"].Calls.Count, bench["b"].Calls.Count, bench["c"].Calls.Count).ShouldBe((0, 0, 0));
        Status(bench).ShouldBe((0, 0));
    }

    [Fact]
    public async Task ReportedUsage_IsBooked_ElseTheCountedOne()
    {
        using EnsembleBench bench = Bench(10_000);
        bench["a"].Then(ScriptStep.Say("1"), ScriptStep.Report(20, 5), ScriptStep.Finish());
        bench["b"].ThenAnswer("1");
        bench["c"].ThenAnswer("1");

        await bench.AskAsync();

        Status(bench).ShouldBe((25 + (2 * (Input + 1)), 0));
    }

    [Fact]
    public async Task OutputLimitThatNobodySet_IsSetAndSent()
    {
        using EnsembleBench bench = Bench(10_000).Answer("1", "1", "1");
        await bench.AskAsync();
        bench["b"].Calls.Single().Options!.MaxOutputTokens.ShouldBe(1_024);
    }

    [Fact]
    public async Task MemberThatIsNotWaitedFor_BooksItsInput()
    {
        using EnsembleBench bench = Bench(10_000, new EnsembleOptions());
        bench.Answer("1", "1");
        bench["c"].Then(ScriptStep.Hang());

        await bench.AskAsync();

        Status(bench).ShouldBe(((2 * (Input + 1)) + Input, 0));
    }

    [Fact]
    public async Task RefusedCall_BooksNothing()
    {
        using EnsembleBench bench = Bench(10_000);
        bench["a"].ThenThrow(new HttpRequestException("busy", null, System.Net.HttpStatusCode.TooManyRequests));
        bench["b"].ThenAnswer("1");
        bench["c"].ThenAnswer("1");

        await bench.AskAsync();

        Status(bench).ShouldBe((2 * (Input + 1), 0));
    }

    private static EnsembleBench Bench(long tokens, EnsembleOptions? options = null) => new(3, options ?? new EnsembleOptions { StopEarly = false }, new BudgetOptions { TokensPerDay = tokens });

    private static (long Used, long Reserved) Status(EnsembleBench bench) => bench.Ledger!.GetStatus("") is { } status ? (status.Used, status.Reserved) : default;
}
