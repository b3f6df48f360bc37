using System.Net;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Tokens;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Failover;

public class LlmFailoverBudgetTests
{
    // "Hi" from a user: 3 for the message, 1 for the role, 1 for the text, 3 that prime the reply.
    private const int Input = 8;

    [Fact]
    public async Task ReportedUsage_IsBooked()
    {
        using FailoverBench bench = Bench(10_000);
        bench.A.Then(ScriptStep.Say("Hello"), ScriptStep.Finish(), ScriptStep.Report(20, 5));

        await bench.AskAsync();

        Status(bench).ShouldBe((25, 0));
    }

    [Fact]
    public async Task NoReportedUsage_BooksTheCountedTokens()
    {
        using FailoverBench bench = Bench(10_000);
        bench.A.ThenAnswer("Hello");

        await bench.AskAsync();

        Status(bench).ShouldBe((Input + 1, 0));
    }

    [Fact]
    public async Task WorkflowOfTheRequest_IsTheWorkflowOfItsReservation()
    {
        using FailoverBench bench = Bench(10_000, workflow: 40);
        bench.A.ThenAnswer("Hello");

        await bench.AskAsync(new LlmChatOptions(new LlmChatOptions { Workflow = "nightly" }));

        bench.A.Calls.Single().Options!.MaxOutputTokens.ShouldBe(40 - Input);
        bench.Ledger!.GetWorkflowStatus("", "nightly")!.Used.ShouldBe(Input + 1);
    }

    [Fact]
    public async Task OutputLimitThatNobodySet_IsSetAndSent()
    {
        using FailoverBench bench = Bench(10_000);
        bench.A.ThenAnswer("Hello");
        var options = new LlmChatOptions();

        await bench.AskAsync(options);

        bench.A.Calls.Single().Options!.MaxOutputTokens.ShouldBe(1_024);
        options.MaxOutputTokens.ShouldBeNull();
    }

    [Fact]
    public async Task LessThanTheDefaultLeft_IsWhatIsSent()
    {
        using FailoverBench bench = Bench(100);
        bench.A.ThenAnswer("Hello");

        await bench.AskAsync();

        bench.A.Calls.Single().Options!.MaxOutputTokens.ShouldBe(100 - Input);
    }

    [Fact]
    public async Task GivenLimitThatDoesNotFit_IsRefusedBeforeTheCall()
    {
        using FailoverBench bench = Bench(100);

        await Should.ThrowAsync<BudgetExceededException>(bench.AskAsync(new LlmChatOptions { MaxOutputTokens = 100 }));

        bench.A.Calls.ShouldBeEmpty();
        bench.Health.Read(FailoverBench.Model("a")).InFlight.ShouldBe(0);
    }

    [Fact]
    public async Task RejectedAttempt_BooksNothing()
    {
        using FailoverBench bench = Bench(10_000);
        bench.A.ThenThrow(new HttpRequestException("x", null, HttpStatusCode.Unauthorized));
        bench.B.Then(ScriptStep.Say("ok"), ScriptStep.Finish(), ScriptStep.Report(9, 1));

        await bench.AskAsync();

        Status(bench).ShouldBe((10, 0));
    }

    [Fact]
    public async Task TimedOutAttempt_BooksItsInput()
    {
        using FailoverBench bench = Bench(10_000);
        bench.A.Then(ScriptStep.Hang());
        bench.B.Then(ScriptStep.Say("ok"), ScriptStep.Finish(), ScriptStep.Report(9, 1));

        await bench.AskAsync();

        Status(bench).ShouldBe((Input + 10, 0));
    }

    [Fact]
    public async Task StreamGivenUpByTheConsumer_BooksInputAndTextSoFar()
    {
        using FailoverBench bench = Bench(10_000);
        bench.A.Then(ScriptStep.Say("Hello"), ScriptStep.Say(" world"), ScriptStep.Finish());
        await foreach (ChatResponseUpdate _ in bench.StreamAsync())
        {
            break;
        }

        Status(bench).ShouldBe((Input + 1, 0));
    }

    private static FailoverBench Bench(long tokensPerDay, long? workflow = null) => new(budget: new BudgetOptions { TokensPerDay = tokensPerDay, WorkflowTokens = workflow });

    private static (long Used, long Reserved) Status(FailoverBench bench) => bench.Ledger!.GetStatus("") is var status ? (status.Used, status.Reserved) : default;

    [Fact]
    public async Task StreamThatBreaks_BooksInputAndTextSoFar()
    {
        using FailoverBench bench = Bench(10_000);
        bench.A.Then(ScriptStep.Say("Hello"), ScriptStep.Throw(new IOException("x")));

        await Should.ThrowAsync<StreamInterruptedException>(async () => await bench.StreamAsync(new LlmChatOptions { AttemptBudget = new AttemptBudget(1) }).ToChatResponseAsync());

        Status(bench).ShouldBe((Input + 1, 0));
    }

    [Fact]
    public async Task UsageReportedBeforeTheEnd_IsNotAllThatIsBooked()
    {
        using FailoverBench bench = Bench(10_000);
        bench.A.Then(ScriptStep.Report(2, 1), ScriptStep.Say("Hello"), ScriptStep.Throw(new IOException("x")));

        await Should.ThrowAsync<StreamInterruptedException>(async () => await bench.StreamAsync(new LlmChatOptions { AttemptBudget = new AttemptBudget(1) }).ToChatResponseAsync());

        Status(bench).ShouldBe((Input + 1, 0));
    }
}
