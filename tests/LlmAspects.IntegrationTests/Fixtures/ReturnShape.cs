namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Calls one method of <see cref="IWrappedCalls"/> and sees it through to its end.</summary>
/// <param name="Operation">The default operation name of the method.</param>
/// <param name="IsAsynchronous">Whether the body may be pending.</param>
/// <param name="Invoke">Calls the method with a body and hands back what the body gave.</param>
internal sealed record ReturnShape(string Operation, bool IsAsynchronous, Func<IWrappedCalls, Func<Task<int>>, CancellationToken, Task<int>> Invoke)
{
    private static readonly ReturnShape[] Shapes =
    [
        new("run", false, static async (calls, body, token) =>
        {
            var result = 0;
            calls.Run(() => result = Now(body), token);
            return await Task.FromResult(result);
        }),
        new("compute", false, static async (calls, body, token) => await Task.FromResult(calls.Compute(() => Now(body), token))),
        new("locate", false, static async (calls, body, token) => await Task.FromResult(calls.Locate(() => [Now(body)], token))),
        new("run", true, static async (calls, body, token) =>
        {
            var result = 0;
            await calls.RunAsync(async () => result = await body(), token);
            return result;
        }),
        new("compute", true, static async (calls, body, token) => await calls.ComputeAsync(body, token)),
        new("run_value", true, static async (calls, body, token) =>
        {
            var result = 0;
            await calls.RunValueAsync(async () => result = await body(), token);
            return result;
        }),
        new("compute_value", true, static async (calls, body, token) => await calls.ComputeValueAsync(body, token)),
        new("run_job", true, static async (calls, body, token) =>
        {
            var result = 0;
            await calls.RunJobAsync(async () => result = await body(), token);
            return result;
        }),
        new("compute_ticket", true, static async (calls, body, token) => await calls.ComputeTicketAsync(body, token)),
        new("stream", true, static async (calls, body, token) =>
        {
            var result = 0;
            await foreach (var item in calls.StreamAsync(body, token))
            {
                result = item;
            }

            return result;
        }),
    ];

    public static TheoryData<string> Names => [.. Shapes.Select(static shape => shape.Name)];

    public static TheoryData<string> AsynchronousNames => [.. Shapes.Where(static shape => shape.IsAsynchronous).Select(static shape => shape.Name)];

    public string Name => IsAsynchronous ? Operation + "_async" : Operation;

    public static ReturnShape Named(string name) => Shapes.Single(shape => shape.Name == name);

    // The bodies of synchronous methods are complete.
    private static int Now(Func<Task<int>> body)
    {
        var task = body();
        task.IsCompleted.ShouldBeTrue();
        return task.GetAwaiter().GetResult();
    }
}
