namespace LlmAspects.Generators.Tests.Debugging;

/// <summary>What <see cref="TracedCalls"/> compiles.</summary>
internal static class TracedCallsSource
{
    public const string Text = """

        namespace Traced;

        public sealed partial class Inner
        {
            [ErrorContext, TracePerformance] public partial int Run(bool look);
            [ErrorContext, TracePerformance] public partial Task<int> RunAsync(Task before);
            [ErrorContext, TracePerformance] public partial ValueTask<int> RunValueAsync(Task before);
            [ErrorContext, TracePerformance] public partial ValueTask RunVoidAsync(Task before);
            [ErrorContext, TracePerformance] public partial IAsyncEnumerable<int> StreamAsync(Task before);
            [ErrorContext] public partial void RunWithContextAlone();
            [ErrorContext, TracePerformance] public partial Task WaitAsync(Task before);
            [ErrorContext, TracePerformance, RetryWithBackoff] public partial int Repeat();

            public string Seen = "";

            private int RunCore(bool look) => look ? Look() : throw new InvalidOperationException();
            private async Task<int> RunCoreAsync(Task before) { await before; throw new InvalidOperationException(); }
            private async ValueTask<int> RunValueCoreAsync(Task before) { await before; throw new InvalidOperationException(); }
            private async ValueTask RunVoidCoreAsync(Task before) { await before; throw new InvalidOperationException(); }
            private async IAsyncEnumerable<int> StreamCoreAsync(Task before) { Look(); yield return 1; await before; throw new InvalidOperationException(); }
            private void RunWithContextAloneCore() => throw new InvalidOperationException();
            private Task WaitCoreAsync(Task before) => before;
            private int RepeatCore() => Look();
            private int Look() { Seen = Environment.StackTrace; return 1; }
        }

        public sealed partial class Outer(Inner inner)
        {
            [ErrorContext, TracePerformance] public partial int Run(bool look);
            [ErrorContext, TracePerformance] public partial Task<int> RunAsync(Task before);
            [ErrorContext, TracePerformance] public partial ValueTask<int> RunValueAsync(Task before);
            [ErrorContext, TracePerformance] public partial ValueTask RunVoidAsync(Task before);
            [ErrorContext, TracePerformance] public partial IAsyncEnumerable<int> StreamAsync(Task before);
            [ErrorContext] public partial void RunWithContextAlone();
            [ErrorContext, TracePerformance] public partial Task<string> LookAfterAsync(Task before);

            private int RunCore(bool look) => inner.Run(look) + 1;
            private async Task<int> RunCoreAsync(Task before) => await inner.RunAsync(before);
            private async ValueTask<int> RunValueCoreAsync(Task before) => await inner.RunValueAsync(before);
            private async ValueTask RunVoidCoreAsync(Task before) => await inner.RunVoidAsync(before);
            private async IAsyncEnumerable<int> StreamCoreAsync(Task before) { await foreach (var item in inner.StreamAsync(before)) yield return item; }
            private async Task<string> LookAfterCoreAsync(Task before) { await inner.WaitAsync(before).ConfigureAwait(false); return Environment.StackTrace; }
            private void RunWithContextAloneCore() => inner.RunWithContextAlone();
        }

        public static class Program
        {
            private static readonly Inner Inner = new();
            private static readonly Outer Outer = new(Inner);

            public static Task<object> Void() => Catch(() => { Outer.RunWithContextAlone(); return Task.CompletedTask; });
            public static Task<object> Value() => Catch(() => Task.FromResult(Outer.Run(false)));
            public static Task<object> TaskFailed() => Catch(() => Outer.RunAsync(Task.CompletedTask));
            public static Task<object> TaskPending() => Catch(() => Later(before => Outer.RunAsync(before)));
            public static Task<object> TaskCancelled() => Catch(() => Later(before => Outer.RunAsync(before), gate => gate.SetCanceled()));
            public static Task<object> ValueTaskFailed() => Catch(() => Outer.RunValueAsync(Task.CompletedTask).AsTask());
            public static Task<object> ValueTaskPending() => Catch(() => Later(before => Await(Outer.RunValueAsync(before))));
            public static Task<object> VoidValueTaskPending() => Catch(() => Later(before => Await(Outer.RunVoidAsync(before))));
            public static Task<object> StreamFailed() => Catch(() => Drain(Outer.StreamAsync(Task.CompletedTask)));
            public static Task<object> StreamPending() => Catch(() => Later(before => Drain(Outer.StreamAsync(before))));

            public static Task<object> LookInValue() { Outer.Run(true); return Task.FromResult<object>(Inner.Seen); }
            public static Task<object> LookInRetry() { Inner.Repeat(); return Task.FromResult<object>(Inner.Seen); }
            public static async Task<object> LookInStream() { await Catch(() => Drain(Outer.StreamAsync(Task.CompletedTask))); return Inner.Seen; }

            public static async Task<object> LookAfterPendingTask() { var gate = new TaskCompletionSource(); var seen = Outer.LookAfterAsync(gate.Task); gate.SetResult(); return await seen; }

            private static async Task<object> Catch(Func<Task> call)
            {
                try { await call(); return "nothing was thrown"; }
                catch (Exception error) { return error; }
            }

            private static async Task Later(Func<Task, Task> call, Action<TaskCompletionSource>? end = null)
            {
                var gate = new TaskCompletionSource();
                var running = call(gate.Task);
                (end ?? (static gate => gate.SetResult()))(gate);
                await running;
            }

            private static async Task Await(ValueTask<int> task) => await task;
            private static async Task Await(ValueTask task) => await task;
            private static async Task Drain(IAsyncEnumerable<int> stream) { await foreach (var _ in stream) { } }
        }
        """;
}
