namespace LlmAspects.Hosting.Health;

/// <summary>Knows what the components of the process did.</summary>
internal interface IComponentFiguresReader
{
    IReadOnlyList<string> GetComponents();

    ComponentFigures Read(string component, TimeSpan window);
}
