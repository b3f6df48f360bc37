namespace LlmAspects.AotProgram.Recording;

/// <summary>Components that are not recorded: their files may be read before somebody waits for them, which the record tells (consumed late), one time and not the next.</summary>
internal static class RacingComponents
{
    public static bool Contain(object? component) => component is "file_workflow_checkpoints";
}
