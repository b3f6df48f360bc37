using System.Diagnostics;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>All hooks; each says how many ran before it, which is the state of the call.</summary>
internal struct Watching
{
    private int _hooks;

    public void OnEnter(in AspectCall call) => HookLog.Add($"{++_hooks} enter {call.Component} {call.Operation} {call.Method}");

    public void OnSuccess() => HookLog.Add($"{++_hooks} success");

    public void OnSuccess<T>(T result)
        where T : allows ref struct
        => HookLog.Add($"{++_hooks} success of {typeof(T).Name}");

    public void OnError(Exception error) => HookLog.Add($"{++_hooks} {error.GetType().Name}");

    public void OnExit() => HookLog.Add($"{++_hooks} exit");
}

/// <summary>Hooks that are awaited, and each pends.</summary>
internal struct Awaiting
{
    private readonly List<string> _steps = [];

    public Awaiting()
    {
    }

    public readonly async ValueTask OnEnter()
    {
        await Task.Yield();
        _steps.Add("enter");
    }

    public readonly void OnSuccess() => _steps.Add("success");

    public readonly async ValueTask OnError(Exception error)
    {
        await Task.Yield();
        _steps.Add(error.GetType().Name);
    }

    public readonly async ValueTask OnExit()
    {
        await Task.Yield();
        HookLog.Add(string.Join(' ', _steps));
    }
}

/// <summary>Two hooks that name what stands around them.</summary>
internal readonly struct Guarding
{
    public static void OnEnter() => HookLog.Add($"guarded in {Activity.Current?.OperationName}".TrimEnd());

    public static void OnExit() => HookLog.Add("left");
}

/// <summary>Refuses every call.</summary>
internal readonly struct Refusing
{
    public static void OnEnter() => throw new UnauthorizedAccessException();

    public static void OnError() => HookLog.Add("error of a call that was refused");

    public static void OnExit() => HookLog.Add("exit of a call that was refused");
}

/// <summary>Refuses every result.</summary>
internal readonly struct Doubting
{
    public static void OnSuccess() => throw new InvalidDataException();

    public static void OnError(Exception error) => HookLog.Add(error.GetType().Name);
}

/// <summary>Hands on another exception.</summary>
internal readonly struct Translating
{
    public static void OnError(Exception error) => throw new NotSupportedException("translated", error);

    public static void OnExit() => HookLog.Add("exit");
}

/// <summary>Holds structs within a generic type.</summary>
/// <typeparam name="TOuter">Any type.</typeparam>
internal static class Nested<TOuter>
{
    public readonly struct Naming<TInner>
    {
        private readonly string _prefix = "made by the constructor: ";

        public Naming()
        {
        }

        public void OnEnter() => HookLog.Add($"{_prefix}{typeof(TOuter).Name} {typeof(TInner).Name}");
    }
}
