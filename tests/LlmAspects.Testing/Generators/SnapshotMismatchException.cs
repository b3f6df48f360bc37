namespace LlmAspects.Testing.Generators;

/// <summary>A snapshot differs from the approved text.</summary>
public sealed class SnapshotMismatchException : Exception
{
    /// <summary>Describes the mismatch.</summary>
    /// <param name="receivedFile">Where the received text was left.</param>
    /// <param name="received">The received text.</param>
    /// <param name="verified">The approved text, or null if there is none yet.</param>
    public SnapshotMismatchException(string receivedFile, string received, string? verified)
        : base($"""
            {receivedFile} {(verified is null ? "is new" : "differs from the approved text")}; if it is right, rename it to .verified.cs.
            Received:
            {received}
            Approved:
            {verified ?? "(nothing)"}
            """)
    {
    }
}
