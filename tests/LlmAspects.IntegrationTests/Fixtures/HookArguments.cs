using System.Runtime.CompilerServices;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Takes all that a hook can take.</summary>
internal struct Taking
{
    private string _entered;

    public void OnEnter(ReadOnlySpan<char> text, in long number, HookArguments instance, string missing = "default")
        => _entered = $"{text} {number} {instance.Name} {missing}";

    public readonly void OnSuccess(int found, object result, IFormattable number) => HookLog.Add($"{_entered}; {found} {result} {number}");
}

/// <summary>Keeps what it was given until the end of the call.</summary>
/// <typeparam name="T">The type of the argument.</typeparam>
internal readonly struct Keeping<T>
{
    public static void OnError(Exception e, T value) => HookLog.Add($"{value} {e.GetType().Name}");

    public static void OnExit(T value, IHasName instance) => HookLog.Add($"{value} {instance.Name}");
}

internal interface IHasName
{
    string Name { get; }
}

/// <summary>A struct that its Core changes, with arguments of every kind.</summary>
internal partial struct HookArguments(string name) : IHasName
{
    public string Name { get; private set; } = name;

    [Aspect<Taking>] public partial bool TryFind(string text, in int number, out int found);

    [Aspect<Keeping<(int, string)>>] public partial Task KeepAsync((int, string) value, Task task);

    [Aspect<Watching>] public static partial ReadOnlySpan<char> Cut(scoped ref int calls, params ReadOnlySpan<char> text);

    [ErrorContext, Aspect<Keeping<string>>] public partial IAsyncEnumerable<T> PassAsync<T>(string value, IAsyncEnumerable<T> items, CancellationToken cancellationToken = default);

    private bool TryFindCore(string text, in int number, out int found)
    {
        Name += " was changed";
        found = text.Length;
        return found == number;
    }

    private Task KeepCoreAsync((int, string) value, Task task) => Name.Length > 0 ? task : Task.CompletedTask;

    private static ReadOnlySpan<char> CutCore(scoped ref int calls, params ReadOnlySpan<char> text)
    {
        calls++;
        return "cut";
    }

    private async IAsyncEnumerable<T> PassCoreAsync<T>(string value, IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Name.ShouldBe("struct");
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            yield return item;
        }
    }
}
