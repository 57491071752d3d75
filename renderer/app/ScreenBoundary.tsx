// One screen that fails says so in its own place; the frame and the other screens go on.
import { Component, type ReactNode } from 'react'
import { frameText } from '../text/frame.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'

export class ScreenBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className="pad">
        <Banner
          tone="bad"
          acts={
            <Button small onPress={() => this.setState({ failed: false })}>
              {frameText.showAgain}
            </Button>
          }
        >
          {frameText.screenFailed}
        </Banner>
      </div>
    )
  }
}
