namespace LlmAspects.Components.Orchestration;

/// <summary>
/// Keeps workflows in a directory: one directory a workflow, one file a step. A file is written beside its place, flushed to the disk and renamed, so that a reader, or a process that was
/// killed at any moment, finds it whole or not at all. Thread-safe, also between processes on one file system.
/// </summary>
/// <remarks>
/// The renaming itself is not flushed: after a power cut a step that had just ended may be missing and runs again. Answers stand in the files as they are. Names in the directory are hashes.
/// </remarks>
[LlmComponent("file_workflow_checkpoints")]
public sealed partial class FileWorkflowCheckpointStore : IWorkflowCheckpointStore
{
    private const string Extension = ".checkpoint";

    private readonly string _directory;

    /// <summary>Creates a store. The directory is made when the first step is kept.</summary>
    /// <param name="directory">The directory, which should hold nothing else.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public FileWorkflowCheckpointStore(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        _directory = Path.GetFullPath(directory);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">A file cannot be read.</exception>
    [ErrorContext, TracePerformance]
    public partial ValueTask<IReadOnlyList<NodeCheckpoint>> LoadAsync(WorkflowCheckpointKey key, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    [ErrorContext, TracePerformance]
    public partial ValueTask SaveAsync(WorkflowCheckpointKey key, NodeCheckpoint node, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    /// <exception cref="IOException">A file cannot be removed.</exception>
    [ErrorContext, TracePerformance]
    public partial ValueTask<bool> RemoveAsync(WorkflowCheckpointKey key, CancellationToken cancellationToken = default);

    private async ValueTask<IReadOnlyList<NodeCheckpoint>> LoadCoreAsync(WorkflowCheckpointKey key, CancellationToken cancellationToken)
    {
        string workflow = NameOf(key);
        string directory = Path.Combine(_directory, workflow);
        if (!Directory.Exists(directory))
        {
            return [];
        }

        var nodes = new List<NodeCheckpoint>();
        foreach (string path in Directory.EnumerateFiles(directory, "*" + Extension))
        {
            byte[] bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            NodeCheckpoint? node = CheckpointFile.Read(bytes, workflow);
            nodes.Add(node is not null && Path.GetFileName(path) == FileOf(node.Step) ? node : throw Damaged(key, path));
        }

        return nodes;
    }

    private async ValueTask SaveCoreAsync(WorkflowCheckpointKey key, NodeCheckpoint node, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(node);
        string workflow = NameOf(key);
        string path = Path.Combine(_directory, workflow, FileOf(node.Step));
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await WriteAsync(beside, CheckpointFile.Write(workflow, node), cancellationToken).ConfigureAwait(false);
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process kept the step first.
            File.Delete(beside);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private ValueTask<bool> RemoveCoreAsync(WorkflowCheckpointKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string directory = Path.Combine(_directory, NameOf(key));
        if (!Directory.Exists(directory))
        {
            return ValueTask.FromResult(false);
        }

        Directory.Delete(directory, recursive: true);
        return ValueTask.FromResult(true);
    }

    private static async ValueTask WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 });
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
    }

    // Ids of callers may hold anything; a hash is a name on every file system.
    private static string NameOf(WorkflowCheckpointKey key) => WorkflowHash.Of([key.Tenant, key.WorkflowId]);

    private static string FileOf(string step) => WorkflowHash.Of([step]) + Extension;

    private static WorkflowCheckpointException Damaged(WorkflowCheckpointKey key, string path) => new(
        WorkflowCheckpointException.Damaged,
        $"The file '{path}' is not a whole checkpoint of the workflow '{key.WorkflowId}': it was cut off, changed or put there by something else. Remove it to run its step again.");
}
