using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Snapshots;

// A task-like is awaited in an async local function that its own builder drives.
public partial class WrapperTests
{
    [Fact]
    public void TaskLikeOfT_BothAspectsTagged() => Verify("""
        public partial class Client
        {
            [ErrorContext, TracePerformance, Tag("llm.length", "{result.Length}")]
            public partial Duty<string> AskAsync([Tag] string question, out int task, CancellationToken first, CancellationToken second = default);
            private Duty<string> AskCoreAsync(string question, out int task, CancellationToken first, CancellationToken second) => throw new NotSupportedException();
        }
        """, TaskLikeTypes.Source);

    [Fact]
    public void TaskLike_ErrorContextAlone() => Verify("""
        public partial class Client
        {
            [ErrorContext] public partial Job? CloseAsync(CancellationToken cancellationToken);
            private Job? CloseCoreAsync(CancellationToken cancellationToken) => null;
        }
        """, TaskLikeTypes.Source);
}
