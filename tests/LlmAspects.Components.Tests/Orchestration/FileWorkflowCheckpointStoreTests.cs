using LlmAspects.Components.Orchestration;

namespace LlmAspects.Components.Tests.Orchestration;

public sealed class FileWorkflowCheckpointStoreTests : WorkflowCheckpointContract, IDisposable
{
    private static readonly WorkflowCheckpointKey Key = new("t", "w");
    private static readonly NodeCheckpoint Node = new("node", "hash", "the answer");

    private readonly string _directory = Directory.CreateTempSubdirectory("checkpoints").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task FileThatWasCutOffAnywhere_IsDamagedAndNamed()
    {
        string file = await SaveAsync();
        byte[] whole = await File.ReadAllBytesAsync(file);
        for (int length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(file, whole[..length]);

            WorkflowCheckpointException error = await Should.ThrowAsync<WorkflowCheckpointException>(async () => await Store().LoadAsync(Key));

            (error.ErrorCode, error.Message.Contains(file, StringComparison.Ordinal)).ShouldBe(("checkpoint_damaged", true));
        }
    }

    [Fact]
    public async Task FileWithAnyByteChanged_IsDamaged()
    {
        string file = await SaveAsync();
        byte[] whole = await File.ReadAllBytesAsync(file);
        for (int place = 0; place < whole.Length; place++)
        {
            byte[] changed = [.. whole];
            changed[place] ^= 1;
            await File.WriteAllBytesAsync(file, changed);

            await Should.ThrowAsync<WorkflowCheckpointException>(async () => await Store().LoadAsync(Key));
        }
    }

    [Fact]
    public async Task FileOfAnotherWorkflow_IsDamaged()
    {
        string file = await SaveAsync();
        var other = new WorkflowCheckpointKey("t", "other");
        await Store().SaveAsync(other, Node);
        string theirs = Directory.GetFiles(_directory, "*.checkpoint", SearchOption.AllDirectories).Single(path => path != file);
        File.Copy(file, theirs, overwrite: true);

        await Should.ThrowAsync<WorkflowCheckpointException>(async () => await Store().LoadAsync(other));
    }

    [Fact]
    public async Task FileOfAnotherStep_IsDamaged()
    {
        string file = await SaveAsync();
        File.Copy(file, Path.Combine(Path.GetDirectoryName(file)!, new string('0', 64) + ".checkpoint"));

        await Should.ThrowAsync<WorkflowCheckpointException>(async () => await Store().LoadAsync(Key));
    }

    [Fact]
    public async Task FileThatWasNotFinished_IsPassedOver()
    {
        string file = await SaveAsync();
        await File.WriteAllTextAsync(file + ".0123.tmp", "half");

        (await Store().LoadAsync(Key)).ShouldBe([Node]);
    }

    [Fact]
    public async Task StepThatIsKept_LeavesNothingBeside()
    {
        await SaveAsync();

        Directory.GetFiles(_directory, "*", SearchOption.AllDirectories).ShouldHaveSingleItem().ShouldEndWith(".checkpoint");
    }

    private protected override IWorkflowCheckpointStore Store() => new FileWorkflowCheckpointStore(_directory);

    private async Task<string> SaveAsync()
    {
        await Store().SaveAsync(Key, Node);
        return Directory.GetFiles(_directory, "*.checkpoint", SearchOption.AllDirectories).Single();
    }
}
