using LlmAspects.Components.Orchestration;

namespace LlmAspects.Components.Tests.Orchestration;

public sealed class KilledWorkflowTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("checkpoints").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(45)]
    public Task KilledInTheMiddle_AsksForNoNodeAgainThatHadEnded(int afterNodes) =>
        new KilledWorkflow(new FileWorkflowCheckpointStore(_directory), "file", _directory).ShouldResumeAsync(afterNodes);
}
