namespace LlmAspects.Testing.Generators;

/// <summary>Task-likes for sources that are compiled and not run: <c>Job</c>, a class, and <c>Duty&lt;T&gt;</c>, a struct, in the global namespace.</summary>
public static class TaskLikeTypes
{
    /// <summary>The text of their file.</summary>
    public static string Source { get; } = $$"""
        using System;
        using System.Runtime.CompilerServices;

        [AsyncMethodBuilder(typeof(JobBuilder))]
        public class Job
        {
            public TaskAwaiter GetAwaiter() => default;
            public ConfiguredTaskAwaitable ConfigureAwait(bool continueOnCapturedContext) => default;
        }

        [AsyncMethodBuilder(typeof(DutyBuilder<>))]
        public struct Duty<T>
        {
            public TaskAwaiter<T> GetAwaiter() => default;
        }

        {{Builder("JobBuilder", "Job", "new()", "")}}

        {{Builder("DutyBuilder<T>", "Duty<T>", "default", "T result")}}
        """;

    private static string Builder(string name, string type, string task, string result) => $$"""
        public struct {{name}}
        {
            public {{type}} Task => {{task}};
            public static {{name}} Create() => default;
            public void Start<TMachine>(ref TMachine machine) where TMachine : IAsyncStateMachine { }
            public void SetStateMachine(IAsyncStateMachine machine) { }
            public void SetResult({{result}}) { }
            public void SetException(Exception exception) { }
            public void AwaitOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine)
                where TAwaiter : INotifyCompletion where TMachine : IAsyncStateMachine { }
            public void AwaitUnsafeOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine)
                where TAwaiter : ICriticalNotifyCompletion where TMachine : IAsyncStateMachine { }
        }
        """;
}
