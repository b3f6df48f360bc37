namespace LlmAspects.ReceiverTests.Desk;

/// <summary>What the tests let the desk do before they look at the receiver.</summary>
internal static class DeskWork
{
    /// <summary>How many metrics that gives.</summary>
    public const int Metrics = 7;

    /// <summary>One call of every operation: a nested one, a failure, a stream of three items and a retried call.</summary>
    public static async Task DoAsync()
    {
        var desk = new QuestionDesk();
        await desk.AnswerAsync(QuestionDesk.Secret);
        Should.Throw<InvalidOperationException>(() => desk.Check(QuestionDesk.Secret));
        await foreach (var word in desk.WordsAsync($"{QuestionDesk.Secret} two three"))
        {
            word.ShouldNotBeEmpty();
        }

        await desk.FetchAsync(QuestionDesk.Secret);
    }
}
